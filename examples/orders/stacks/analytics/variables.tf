variable "environment" {
  type = string
}

variable "network" {
  type = object({
    vpc_id             = string
    cidr               = string
    private_subnet_ids = list(string)
    data_subnet_ids    = list(string)
  })
  description = "What the network stack publishes."
}

variable "access_log_bucket" {
  type = string
}

variable "log_key_arn" {
  type = string
}

variable "artifact_bucket" {
  type = string
}

variable "directory_id" {
  type        = string
  description = "The directory that the desktops belong to, kept by the office team."
}

variable "workgroups" {
  type = map(object({
    enforced  = optional(bool, true)
    encrypted = optional(bool, true)
    limit_gib = optional(number, 100)
  }))
}

variable "warehouse" {
  type = object({
    node_type    = optional(string, "ra3.xlplus")
    nodes        = optional(number, 2)
    own_key      = optional(bool, true)
    public       = optional(bool, false)
    client_cidrs = optional(map(string), {})
  })
  default = {}
}

variable "kafka" {
  type = object({
    instance_type = optional(string, "kafka.m7g.large")
    volume_gib    = optional(number, 500)
    own_key       = optional(bool, true)
    client_broker = optional(string, "TLS")
    logged        = optional(bool, true)
  })
  default = {}
}

variable "emr" {
  type = object({
    nodes              = optional(number, 4)
    encrypt_at_rest    = optional(bool, true)
    encrypt_disks      = optional(bool, true)
    encrypt_in_transit = optional(bool, true)
  })
  default = {}
}

variable "search" {
  type = object({
    instance_type         = optional(string, "m7g.large.search")
    nodes                 = optional(number, 3)
    encrypt_between_nodes = optional(bool, true)
    https_only            = optional(bool, true)
    tls_policy            = optional(string, "Policy-Min-TLS-1-2-PFS-2023-10")
    logs                  = optional(map(string), { AUDIT_LOGS = "audit", SEARCH_SLOW_LOGS = "slow" })
  })
  default = {}
}

variable "batch" {
  type = object({
    public          = optional(bool, false)
    public_cidrs    = optional(list(string))
    encrypt_secrets = optional(bool, true)
    imdsv2          = optional(bool, true)
    log_types       = optional(list(string), ["api", "audit", "authenticator", "controllerManager", "scheduler"])
  })
  default = {}
}

variable "desks" {
  type = map(object({
    encrypted = optional(bool, true)
  }))
  default = {}
}

variable "image_reader_arns" {
  type        = list(string)
  description = "Who may pull the images of the jobs."
}

variable "scan_job_images" {
  type    = bool
  default = true
}

variable "plain_artifacts" {
  type    = bool
  default = false
}

variable "keeps_attic" {
  type    = bool
  default = false
}

variable "keeps_forecast" {
  type    = bool
  default = false
}

variable "keeps_log_search" {
  type    = bool
  default = false
}
