recovery = { orders = true, carts = false }
