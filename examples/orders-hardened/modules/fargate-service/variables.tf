variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "cpu" {
  type    = number
  default = 256
}

variable "memory" {
  type    = number
  default = 512
}

variable "port" {
  type    = number
  default = 8080
}

variable "health_path" {
  type    = string
  default = "/health"
}

variable "tasks" {
  type = object({
    min = number
    max = number
  })
  default = {
    min = 1
    max = 1
  }
}

variable "environment" {
  type        = map(string)
  description = "Plain settings. Anything secret belongs in `secrets`."
  default     = {}
}

variable "secrets" {
  type        = map(string)
  description = "ARNs of secrets or parameters, by the name of the environment variable."
  default     = {}
}

variable "policy_documents" {
  type    = list(string)
  default = []
}

variable "permissions_boundary_arn" {
  type    = string
  default = null
}

variable "allow_shell" {
  type    = bool
  default = false
}

variable "shared_volume" {
  type = object({
    file_system_id = string
  })
  default = null
}

variable "cluster_arn" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "subnet_ids" {
  type = list(string)
}

variable "egress" {
  type = map(object({
    description    = string
    port           = number
    cidr           = optional(string)
    prefix_list_id = optional(string)
  }))
  description = "Where the tasks may connect to."
}

variable "load_balancer" {
  type = object({
    listener_arn      = string
    security_group_id = string
    priority          = number
    paths             = list(string)
  })
  description = "Null for workers that nobody calls."
  default     = null
}

variable "log_retention_days" {
  type    = number
  default = 30
}

variable "log_kms_key_arn" {
  type = string
}
