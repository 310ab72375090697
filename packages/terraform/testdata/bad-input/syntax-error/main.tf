resource "terraform_data" "orders" {
  input = "orders"
}

resource "terraform_data" "broken" {
  input = {
    name = "broken
  }
}

output "late" {
  value = "still read"
}
