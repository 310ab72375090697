variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type = string
}

variable "mail_domain" {
  type    = string
  default = "harrowlane.example"
}

# Passed by the pipeline, which looks it up when it renews the certificate.
variable "certificate_arn" {
  type = string
}

variable "image_tags" {
  type        = map(string)
  description = "Written by the release pipeline into release.auto.tfvars.json."
}

variable "services" {
  type = any
}

variable "queues" {
  type = any
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

variable "scales_port" {
  type    = number
  default = null
}

variable "pictures" {
  type    = object({ https_only = optional(bool), logged = optional(bool) })
  default = {}
}

variable "tls_policy" {
  type     = string
  default  = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  nullable = false
}

variable "strict_headers" {
  type    = bool
  default = true
}

variable "allow_shells" {
  type    = bool
  default = false
}

variable "container_insights" {
  type    = bool
  default = true
}

variable "deploys_from_github" {
  type    = bool
  default = true
}

variable "immutable_images" {
  type    = bool
  default = true
}

variable "log_partner_api" {
  type    = bool
  default = true
}

variable "returns_api" {
  type    = any
  default = {}
}

variable "carriers" {
  type    = any
  default = {}
}

variable "printer_image_owners" {
  type    = list(string)
  default = null
}

variable "encrypt_printers" {
  type    = bool
  default = true
}

variable "keeps_old_printers" {
  type    = bool
  default = false
}
