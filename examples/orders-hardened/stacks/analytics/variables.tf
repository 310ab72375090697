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
    limit_gib = optional(number, 100)
  }))
}

variable "warehouse" {
  type = object({
    node_type    = optional(string, "ra3.xlplus")
    nodes        = optional(number, 2)
    client_cidrs = optional(map(string), {})
  })
  default = {}
}

variable "kafka" {
  type = object({
    instance_type = optional(string, "kafka.m7g.large")
    volume_gib    = optional(number, 500)
  })
  default = {}
}

variable "emr" {
  type = object({
    nodes = optional(number, 4)
  })
  default = {}
}

variable "search" {
  type = object({
    instance_type = optional(string, "m7g.large.search")
    nodes         = optional(number, 3)
  })
  default = {}
}

variable "desks" {
  type    = list(string)
  default = []
}

variable "image_reader_arns" {
  type        = list(string)
  description = "Who may pull the images of the jobs."
}
