variable "name" {
  type = string
}

variable "resource_group_name" {
  type = string
}

variable "location" {
  type = string
}

variable "key_id" {
  description = "Key of the vault that the account is encrypted with."
  type        = string
}

variable "identity_id" {
  description = "Who may use the key."
  type        = string
}

variable "replication" {
  type = string
}

variable "tags" {
  type    = map(string)
  default = {}
}
