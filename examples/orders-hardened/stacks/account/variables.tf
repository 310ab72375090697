variable "environment" {
  type = string
}

variable "aggregated_account_ids" {
  type = list(string)
}

variable "groups" {
  type = map(object({
    actions   = list(string)
    resources = optional(list(string), ["*"])
  }))
  default = {}
}

variable "monitoring" {
  type = object({
    role_arn    = string
    external_id = string
  })
}
