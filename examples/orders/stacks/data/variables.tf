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

variable "protect_data" {
  type        = bool
  description = "Deletion protection for everything that holds state."
  default     = true
}

variable "rotate_keys" {
  type    = bool
  default = true
}

variable "encrypt_events" {
  type    = bool
  default = true
}

variable "encrypt_shared_files" {
  type    = bool
  default = true
}

variable "validate_trail" {
  type    = bool
  default = true
}

variable "old_shop_reads_pictures" {
  type        = bool
  description = "The old shop links to pictures without a signature."
  default     = false
}

variable "careers_host" {
  type        = string
  description = "Host name of the page with job advertisements, where there is one."
  default     = null
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
    recovery      = optional(bool, true)
    own_key       = optional(bool, true)
  }))
}

variable "orders_db" {
  type = object({
    instance_class       = string
    storage_gib          = optional(number, 50)
    multi_az             = optional(bool, true)
    backup_days          = optional(number, 14)
    performance_insights = optional(bool, true)
  })
}

variable "reporting_db" {
  type = object({
    instance_class = string
    backup_days    = optional(number, 0)
    public         = optional(bool, false)
    client_cidrs   = map(string)
  })
  default = null
}

variable "sessions_cache" {
  type = object({
    node_type     = string
    nodes         = optional(number, 2)
    tls           = optional(bool, true)
    snapshot_days = optional(number, 3)
  })
}

variable "catalogue" {
  type = object({
    instance_class = optional(string, "db.r7g.large")
    instances      = optional(number, 2)
    encrypted      = optional(bool, true)
    own_graph_key  = optional(bool, true)
    logged         = optional(bool, true)
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
