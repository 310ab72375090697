import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-cloudfront-enable-waf',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_cloudfront_distribution',

  title: 'CloudFront distributions should have a web ACL',
  why: 'A web application firewall in front of a distribution turns common attacks and bots away before they reach the origin. For CloudFront the distribution itself names the web ACL: by its ARN, or by its id when it is one of WAF Classic.',
  harm: 'Known attacks reach the origin without a filter.',
  remedy: 'Set `web_acl_id` to the ARN of an `aws_wafv2_web_acl` with the scope `CLOUDFRONT`.',
  links: [
    'https://docs.aws.amazon.com/waf/latest/developerguide/cloudfront-features.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#web_acl_id',
  ],
  alsoKnownAs: {
    tfsec: ['AWS045'],
    trivy: ['AVD-AWS-0011', 'AWS-0011'],
    checkov: ['CKV_AWS_68'],
  },

  messages: {
    missing: '`{address}` has no web ACL',
  },

  examples: () => [
    {
      bad: hcl`
        resource "aws_cloudfront_distribution" "shop" {
          enabled = true

          origin {
            domain_name = "shop.example.com"
            origin_id   = "shop"
          }

          default_cache_behavior {
            allowed_methods        = ["GET", "HEAD"]
            cached_methods         = ["GET", "HEAD"]
            target_origin_id       = "shop"
            viewer_protocol_policy = "redirect-to-https"
          }

          restrictions {
            geo_restriction {
              restriction_type = "none"
            }
          }

          viewer_certificate {
            cloudfront_default_certificate = true
          }
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "aws_cloudfront_distribution" "shop" {
        enabled    = true
        web_acl_id = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/shop/1a2b3c4d"

        origin {
          domain_name = "shop.example.com"
          origin_id   = "shop"
        }

        default_cache_behavior {
          allowed_methods        = ["GET", "HEAD"]
          cached_methods         = ["GET", "HEAD"]
          target_origin_id       = "shop"
          viewer_protocol_policy = "redirect-to-https"
        }

        restrictions {
          geo_restriction {
            restriction_type = "none"
          }
        }

        viewer_certificate {
          cloudfront_default_certificate = true
        }
      }
    `,
  ],

  evaluate: requireSet('web_acl_id'),
});
