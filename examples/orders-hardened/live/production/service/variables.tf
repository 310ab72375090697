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
