import type { Piece } from './place.ts';

/** Security groups, load balancers, subnets, names and gateways. */
export const AWS_NETWORK: readonly [Piece, ...Piece[]] = [
  {
    blocks: 1,
    text: ({
      label,
      shared,
      quotedName,
      slip,
      note,
      between,
    }) => `${note('Clients of the service and nobody else.', 'The office is let in until the tunnel works.')}resource "aws_security_group" "${label}" {
  name_prefix = "\${${shared.name}}-${label}-"
  description = "Servers of ${label}"
  vpc_id      = ${shared.vpc}

  dynamic "ingress" {
    for_each = { https = 443, metrics = ${between(9000, 9100)} }

    content {
      description = "\${ingress.key} from the clients"
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ${slip(shared.clients, '["0.0.0.0/0"]', 'aws-vpc-no-public-ingress-sgr')}
    }
  }

  egress {
    description = "Answers and updates within the network"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ${slip('["10.0.0.0/8"]', '["0.0.0.0/0"]', 'aws-vpc-no-public-egress-sgr')}
  }

  tags = merge(${shared.tags}, { Name = ${quotedName} })
}
`,
  },
  {
    blocks: 3,
    text: ({ label, shared, slip }) => `resource "aws_security_group" "${label}" {
  name_prefix = "\${${shared.name}}-${label}-"
  ${slip(`description = "Workers of ${label}"`, '# description follows')}
  vpc_id      = ${shared.vpc}
}

resource "aws_vpc_security_group_ingress_rule" "${label}" {
  for_each = toset(${shared.clients})

  security_group_id = aws_security_group.${label}.id
  description       = "From \${each.key}"
  cidr_ipv4         = each.key
  from_port         = 8443
  to_port           = 8443
  ip_protocol       = "tcp"
}

resource "aws_security_group_rule" "${label}_out" {
  type              = "egress"
  security_group_id = aws_security_group.${label}.id
  ${slip('description       = "Databases"', '# description to follow')}
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  cidr_blocks       = ["10.0.0.0/8"]
}
`,
  },
  {
    blocks: 3,
    text: ({ label, shared, quotedName, slip, note, between }) => `resource "aws_lb" "${label}" {
  name                       = ${quotedName}
  load_balancer_type         = "application"
  ${slip('internal                   = true', 'internal                   = false', 'aws-elb-alb-not-public')}
  subnets                    = ${shared.subnets}
  security_groups            = ${shared.groups}
  ${slip('drop_invalid_header_fields = true', 'drop_invalid_header_fields = false', 'aws-elb-drop-invalid-headers')}
  enable_deletion_protection = true

  access_logs {
    bucket  = ${shared.logBucket}
    prefix  = "${label}"
    enabled = true
  }
}

resource "aws_lb_target_group" "${label}" {
  name        = ${quotedName}
  vpc_id      = ${shared.vpc}
  port        = ${between(8000, 8999)}
  protocol    = "HTTPS"
  target_type = "ip"

  health_check {
    path     = "/health"
    matcher  = "200-299"
    interval = 15
  }
}

${note('The certificate is renewed by the platform team.')}resource "aws_lb_listener" "${label}" {
  load_balancer_arn = aws_lb.${label}.arn
  port              = 443
  protocol          = "HTTPS"
  ssl_policy        = ${slip('"ELBSecurityPolicy-TLS13-1-2-2021-06"', '"ELBSecurityPolicy-TLS-1-1-2017-01"', 'aws-elb-use-secure-tls-policy')}
  certificate_arn   = "arn:aws:acm:eu-central-1:123456789012:certificate/${label}"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.${label}.arn
  }
}
`,
  },
  {
    blocks: 3,
    text: ({ label, shared, slip, note, between }) => `locals {
  ${label}_zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
}

${note('Three zones, one subnet in each.')}resource "aws_subnet" "${label}" {
  count = length(local.${label}_zones)

  vpc_id                  = ${shared.vpc}
  cidr_block              = cidrsubnet("10.${between(0, 200)}.0.0/16", 8, count.index)
  availability_zone       = local.${label}_zones[count.index]
  ${slip('map_public_ip_on_launch = false', 'map_public_ip_on_launch = true', 'aws-ec2-no-public-ip-subnet')}

  tags = merge(${shared.tags}, { Name = "\${${shared.name}}-${label}-\${count.index}" })
}

resource "aws_route_table" "${label}" {
  vpc_id = ${shared.vpc}
  tags   = ${shared.tags}
}

resource "aws_route_table_association" "${label}" {
  count = length(aws_subnet.${label})

  subnet_id      = aws_subnet.${label}[count.index].id
  route_table_id = aws_route_table.${label}.id
}
`,
  },
  {
    blocks: 1,
    text: ({ label, shared, between }) => `resource "aws_route53_record" "${label}" {
  for_each = {
    for index, zone in ["a", "b"] : "\${zone}.${label.replaceAll('_', '-')}" => "10.20.\${index}.${between(1, 250)}"
  }

  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "\${each.key}.\${${shared.environment}}.acme.example"
  type    = "A"
  ttl     = 300
  records = [each.value]
}
`,
  },
  {
    blocks: 2,
    text: ({ label, shared, quotedName, slip, note }) => `resource "aws_apigatewayv2_api" "${label}" {
  name          = ${quotedName}
  protocol_type = "HTTP"

  cors_configuration {
    allow_methods = ["GET", "POST"]
    allow_origins = ["https://\${${shared.environment}}.acme.example"]
  }
}

${note('Logs are read by the team of the gateway.')}resource "aws_apigatewayv2_stage" "${label}" {
  api_id      = aws_apigatewayv2_api.${label}.id
  name        = "$default"
  auto_deploy = true
${slip(
  `
  access_log_settings {
    destination_arn = "arn:aws:logs:eu-central-1:123456789012:log-group:/api/${label}"
    format          = jsonencode({ requestId = "$context.requestId", status = "$context.status" })
  }
`,
  '',
)}}
`,
  },
];
