variable "name" {
  type = string
}

variable "description" {
  type = string
}

variable "vpc_id" {
  type = string
}

variable "ingress" {
  type = map(object({
    description       = string
    port              = number
    to_port           = optional(number)
    protocol          = optional(string, "tcp")
    cidr              = optional(string)
    prefix_list_id    = optional(string)
    security_group_id = optional(string)
  }))
  description = "Rules by name. Each gives a CIDR block, a prefix list or another security group."
  default     = {}
}

# Nothing leaves unless somebody wrote down where to. Most workloads need no more than the endpoints of the VPC.
variable "egress" {
  type = map(object({
    description    = string
    port           = number
    cidr           = optional(string)
    prefix_list_id = optional(string)
  }))
  default = {}
}

variable "tags" {
  type    = map(string)
  default = {}
}
