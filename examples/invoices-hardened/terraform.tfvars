# The office comes in through the VPN.
office_ranges = ["10.50.8.0/24"]

stores = {
  invoices = {}
  scans    = {}
}
