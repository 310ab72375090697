recovery = { orders = false, carts = false }
