variable "environment" {
  type = string
}

variable "network" {
  type = object({
    vpc_id               = string
    cidr                 = string
    private_subnet_ids   = list(string)
    gateway_prefix_lists = map(string)
  })
}

variable "data" {
  type = object({
    tables               = map(object({ name = string, arn = string }))
    buckets              = map(object({ id = string, arn = string, domain = string }))
    access_log_bucket    = string
    data_key_arn         = string
    log_key_arn          = string
    event_stream_arn     = string
    label_file_system_id = string
  })
  description = "What the data stack publishes."
}

variable "certificate_arn" {
  type = string
}

variable "artifact_bucket" {
  type = string
}

variable "mail_domain" {
  type = string
}

variable "image_tags" {
  type        = map(string)
  description = "What the release pipeline deployed last, by service or function."
}

variable "services" {
  type = map(object({
    cpu           = optional(number, 256)
    memory        = optional(number, 512)
    port          = optional(number, 8080)
    priority      = optional(number)
    paths         = optional(list(string))
    environment   = optional(map(string), {})
    secrets       = optional(map(string), {})
    mounts_labels = optional(bool, false)
    calls         = optional(map(string), {})
    tasks = optional(object({
      min = number
      max = number
    }), { min = 1, max = 1 })
  }))
}

variable "queues" {
  type = map(object({
    fifo                       = optional(bool, false)
    visibility_timeout_seconds = optional(number, 60)
    subscribes                 = optional(bool, false)
  }))
}

variable "switches" {
  type    = map(bool)
  default = {}
}

variable "alarm_addresses" {
  type    = map(string)
  default = {}
}

variable "deploys_from_github" {
  type    = bool
  default = true
}

variable "waf_rule_groups" {
  type    = list(string)
  default = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"]
}

variable "carrier_cidrs" {
  type    = map(string)
  default = {}
}

variable "edge_certificate_arn" {
  type        = string
  description = "Certificate of the host names, in us-east-1, where CloudFront looks for it."
}

variable "warehouse_gateway_role_arn" {
  type = string
}

variable "warehouse_authority_arn" {
  type        = string
  description = "Private certificate authority of the warehouses."
}
