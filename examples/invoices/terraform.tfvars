office_ranges = ["0.0.0.0/0"]

stores = {
  invoices = {}
  # The scanner in the post room is from 2012.
  scans = {
    https_only = false
    tls        = "TLS1_0"
  }
}
