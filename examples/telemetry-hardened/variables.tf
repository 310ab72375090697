variable "project" {
  type    = string
  default = "harrow-telemetry"
}

variable "region" {
  type    = string
  default = "europe-west1"
}

variable "buckets" {
  description = "Buckets by what is in them."
  type = map(object({
    readers = optional(list(string), [])
  }))
}

variable "ingress" {
  description = "Who may connect to the collectors, by port."
  type        = map(list(string))
}

variable "database_flags" {
  type    = map(string)
  default = {}
}
