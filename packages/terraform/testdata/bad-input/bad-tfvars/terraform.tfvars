name = "orders
size = 2
