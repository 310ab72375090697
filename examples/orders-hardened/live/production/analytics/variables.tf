variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "environment" {
  type = string
}

variable "directory_id" {
  type    = string
  default = "d-9367f1b2c4"
}

# The shapes of these are the business of the analytics stack.

variable "workgroups" {
  type = any
}

variable "warehouse" {
  type    = any
  default = {}
}

variable "kafka" {
  type    = any
  default = {}
}

variable "emr" {
  type    = any
  default = {}
}

variable "search" {
  type    = any
  default = {}
}

variable "desks" {
  type    = list(string)
  default = []
}

variable "image_reader_arns" {
  type = list(string)
}
