terraform {
  backend "s3" {
    bucket       = "harrow-terraform-state"
    key          = "orders/production/analytics.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}
