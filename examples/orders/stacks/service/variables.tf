variable "environment" {
  type = string
}

variable "network" {
  type = object({
    vpc_id             = string
    public_subnet_ids  = list(string)
    private_subnet_ids = list(string)
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
    cpu            = optional(number, 256)
    memory         = optional(number, 512)
    port           = optional(number, 8080)
    priority       = optional(number)
    paths          = optional(list(string))
    environment    = optional(map(string), {})
    secrets        = optional(map(string), {})
    mounts_labels  = optional(bool, false)
    encrypts_mount = optional(bool, true)
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
    personal                   = optional(bool, true)
    managed_encryption         = optional(bool, true)
    subscribes                 = optional(bool, false)
  }))
}

variable "has_handhelds" {
  type    = bool
  default = false
}

variable "switches" {
  type    = map(bool)
  default = {}
}

variable "alarm_addresses" {
  type    = map(string)
  default = {}
}

variable "container_insights" {
  type    = bool
  default = true
}

variable "immutable_images" {
  type    = bool
  default = true
}

variable "allow_shells" {
  type    = bool
  default = false
}

variable "deploys_from_github" {
  type    = bool
  default = true
}

variable "strict_headers" {
  type    = bool
  default = true
}

variable "tls_policy" {
  type    = string
  default = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}

variable "scales_port" {
  type    = number
  default = null
}

variable "waf_rule_groups" {
  type    = list(string)
  default = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"]
}

variable "pictures" {
  type = object({
    https_only = optional(bool, true)
    logged     = optional(bool, true)
  })
  default = {}
}

variable "log_partner_api" {
  type    = bool
  default = true
}

variable "returns_api" {
  type = object({
    authorization   = optional(string, "AWS_IAM")
    traced          = optional(bool, true)
    logged          = optional(bool, true)
    encrypt_cache   = optional(bool, true)
    security_policy = optional(string, "TLS_1_2")
  })
  default = {}
}

variable "carriers" {
  type = object({
    cidrs  = optional(map(string), {})
    public = optional(bool, false)
    hook   = optional(string)
    logs   = optional(object({ audit = optional(bool, true), general = optional(bool, true) }))
  })
  default = {}
}

variable "printer_image_owners" {
  type        = list(string)
  description = "Accounts whose printer images we trust."
  default     = null
}

variable "encrypt_printers" {
  type    = bool
  default = true
}

variable "keeps_old_printers" {
  type    = bool
  default = false
}
