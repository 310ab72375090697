import type { ResourceView } from '../../kit/index.ts';
import { defineCheck, edit, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-compute-enforce-https',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'digitalocean_loadbalancer',

  title: 'Load balancers should not serve plain HTTP',
  why: 'Plain HTTP is not encrypted, so everything between the visitor and the load balancer can be read and changed. A load balancer that only redirects HTTP to HTTPS is fine.',
  harm: 'Passwords, sessions and personal data can be read in transit.',
  remedy:
    'Use `https` or `http2` as `entry_protocol` with a certificate. Keep port 80 open for a redirect only: set `redirect_http_to_https` to `true`.',
  links: [
    'https://docs.digitalocean.com/products/networking/load-balancers/',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/loadbalancer',
  ],
  alsoKnownAs: {
    tfsec: ['DIG004', 'digitalocean-loadbalancing-enforce-https'],
    trivy: ['AVD-DIG-0002', 'DIG-0002'],
  },

  messages: {
    plain: '`{address}` serves plain HTTP and does not redirect it to HTTPS',
  },

  examples: () => [
    {
      bad: hcl`
        resource "digitalocean_loadbalancer" "shop" {
          name   = "shop"
          region = "fra1"

          forwarding_rule {
            entry_port      = 80
            entry_protocol  = "http"
            target_port     = 8080
            target_protocol = "http"
          }
        }
      `,
      expect: 'plain',
    },
    {
      bad: hcl`
        resource "digitalocean_loadbalancer" "shop" {
          name   = "shop"
          region = "fra1"

          forwarding_rule {
            entry_port      = 80
            entry_protocol  = "http"
            target_port     = 8080
            target_protocol = "http"
          }

          forwarding_rule {
            entry_port       = 443
            entry_protocol   = "https"
            target_port      = 8080
            target_protocol  = "http"
            certificate_name = "shop"
          }
        }
      `,
      expect: 'plain',
      fixed: hcl`
        resource "digitalocean_loadbalancer" "shop" {
          name                   = "shop"
          region                 = "fra1"
          redirect_http_to_https = true

          forwarding_rule {
            entry_port      = 80
            entry_protocol  = "http"
            target_port     = 8080
            target_protocol = "http"
          }

          forwarding_rule {
            entry_port       = 443
            entry_protocol   = "https"
            target_port      = 8080
            target_protocol  = "http"
            certificate_name = "shop"
          }
        }
      `,
    },
  ],
  good: () => [
    hcl`
      resource "digitalocean_loadbalancer" "shop" {
        name   = "shop"
        region = "fra1"

        forwarding_rule {
          entry_port       = 443
          entry_protocol   = "https"
          target_port      = 8080
          target_protocol  = "http"
          certificate_name = "shop"
        }
      }
    `,
  ],

  // tfsec 1.28 reports redirected rules too; nothing is served over HTTP there, so they pass.
  evaluate(balancer, report) {
    const redirect = balancer.attribute('redirect_http_to_https');
    const isRedirected = redirect.truth();
    if (isRedirected === 'true') return;
    const fix = hasHttps(balancer) ? edit.setAttribute(balancer, 'redirect_http_to_https', 'true') : undefined;
    for (const rule of balancer.blocks('forwarding_rule')) {
      const protocol = rule.attribute('entry_protocol');
      const isHttp = protocol.equals('http');
      if (isHttp === 'unknown') report.undetermined({ at: protocol });
      if (isHttp !== 'true') continue;
      if (isRedirected === 'unknown') report.undetermined({ at: redirect });
      else report.fail({ message: 'plain', at: protocol, fix });
    }
  },
});

/** A redirect needs a rule that it leads to. */
function hasHttps(balancer: ResourceView): boolean {
  return balancer
    .blocks('forwarding_rule')
    .some((rule) => rule.exists === 'true' && rule.attribute('entry_protocol').isOneOf(['https', 'http2']) === 'true');
}
