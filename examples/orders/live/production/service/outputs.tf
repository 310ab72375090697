output "addresses" {
  value = {
    shop     = module.service.load_balancer_dns_name
    pictures = module.service.picture_domain
    partners = module.service.partner_api
  }
}
