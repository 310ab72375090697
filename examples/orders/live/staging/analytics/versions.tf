terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      system      = "orders"
      environment = var.environment
      owner       = "order-team"
    }
  }
}

# The sandbox of the partner, who hands out keys and nothing else.
provider "aws" {
  alias      = "sandbox"
  region     = var.region
  access_key = "AKIAIOSFODNN7EXAMPLE"
  secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
}
