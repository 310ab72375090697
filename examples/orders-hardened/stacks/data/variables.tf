variable "environment" {
  type = string
}

variable "network" {
  type = object({
    vpc_id             = string
    cidr               = string
    public_subnet_ids  = list(string)
    private_subnet_ids = list(string)
    data_subnet_ids    = list(string)
  })
  description = "What the network stack publishes."
}

variable "partner_role_arns" {
  type = list(string)
}

variable "tables" {
  type = map(object({
    hash_key  = string
    range_key = optional(string)
    key_types = optional(map(string), {})
    indexes = optional(map(object({
      hash_key   = string
      range_key  = optional(string)
      projection = optional(string, "ALL")
    })), {})
    capacity = optional(object({
      read  = number
      write = number
    }))
    stream_view   = optional(string)
    ttl_attribute = optional(string)
    personal      = optional(bool, true)
  }))
}

variable "orders_db" {
  type = object({
    instance_class = string
    storage_gib    = optional(number, 50)
    multi_az       = optional(bool, true)
    backup_days    = optional(number, 14)
  })
}

variable "reporting_db" {
  type = object({
    instance_class = string
    backup_days    = optional(number, 7)
    client_cidrs   = map(string)
  })
  default = null
}

variable "sessions_cache" {
  type = object({
    node_type     = string
    nodes         = optional(number, 2)
    snapshot_days = optional(number, 3)
  })
}

variable "catalogue" {
  type = object({
    instance_class = optional(string, "db.r7g.large")
    instances      = optional(number, 2)
    backup_days    = optional(number, 14)
  })
  default = {}
}

variable "backup_schedules" {
  type = map(object({
    cron      = string
    keep_days = number
  }))
}
