variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type = string
}

variable "aggregated_account_ids" {
  type = list(string)
}

variable "groups" {
  type = any
}

variable "monitoring" {
  type = object({
    role_arn    = string
    external_id = string
  })
}
