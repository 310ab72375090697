variable "name" {
  type = string
}

variable "fifo" {
  type    = bool
  default = false
}

variable "visibility_timeout_seconds" {
  type    = number
  default = 60
}

variable "max_receives" {
  type    = number
  default = 5
}

variable "kms_key_id" {
  type = string
}

variable "publisher_topic_arns" {
  type    = list(string)
  default = []
}
