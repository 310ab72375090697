variable "name" {
  type = string
}

variable "description" {
  type    = string
  default = null
}

variable "vpc_id" {
  type = string
}

variable "ingress" {
  type = map(object({
    description       = optional(string)
    port              = number
    to_port           = optional(number)
    protocol          = optional(string, "tcp")
    cidr              = optional(string)
    security_group_id = optional(string)
  }))
  description = "Rules by name. Each gives either a CIDR block or another security group."
  default     = {}
}

# Everything we run pulls images and talks to AWS endpoints, hence the wide default.
# Narrow it where a workload has no business outside the VPC.
variable "egress_cidrs" {
  type    = list(string)
  default = ["0.0.0.0/0"]
}

variable "tags" {
  type    = map(string)
  default = {}
}
