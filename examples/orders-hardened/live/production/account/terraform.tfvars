environment = "production"

aggregated_account_ids = ["111122223333", "444455556666"]

groups = {
  operators = {
    actions = ["ecs:DescribeServices", "ecs:UpdateService"]

    resources = [
      "arn:aws:ecs:eu-west-1:111122223333:service/harrow-production/harrow-production-fulfilment",
      "arn:aws:ecs:eu-west-1:111122223333:service/harrow-production/harrow-production-orders",
      "arn:aws:ecs:eu-west-1:111122223333:service/harrow-production/harrow-production-storefront",
    ]
  }

  # Costs belong to the account as a whole, there is nothing narrower to name.
  accounting = {
    actions = ["ce:GetCostAndUsage"]
  }
}

monitoring = {
  role_arn    = "arn:aws:iam::777788889999:role/poller"
  external_id = "harrow-lane"
}
