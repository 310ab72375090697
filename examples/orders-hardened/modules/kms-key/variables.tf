variable "name" {
  type = string
}

variable "description" {
  type = string
}

variable "deletion_window_days" {
  type    = number
  default = 30
}

variable "service_principals" {
  type        = list(string)
  description = "AWS services that may use the key in our name, for example sns.amazonaws.com."
  default     = []
}

variable "tags" {
  type    = map(string)
  default = {}
}
