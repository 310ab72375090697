size    = "plenty"
unheard = true
