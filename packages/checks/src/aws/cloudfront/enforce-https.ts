import { defineCheck, edit, hcl } from '../../kit/index.ts';

const BEHAVIOURS = ['default_cache_behavior', 'ordered_cache_behavior'];

export default defineCheck({
  id: 'aws-cloudfront-enforce-https',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'aws_cloudfront_distribution',

  title: 'CloudFront should not serve viewers over plain HTTP',
  why: 'The viewer protocol policy of a cache behaviour says whether viewers may use plain HTTP. `allow-all` serves them without encryption; `redirect-to-https` and `https-only` do not.',
  harm: 'Whoever is on the way between a viewer and CloudFront can read and change what is sent.',
  remedy: 'Set `viewer_protocol_policy` to `redirect-to-https` or `https-only` in every cache behaviour.',
  links: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#viewer_protocol_policy',
  ],
  alsoKnownAs: {
    tfsec: ['AWS020', 'AWS072'],
    trivy: ['AVD-AWS-0012', 'AWS-0012'],
    checkov: ['CKV_AWS_34'],
  },

  messages: {
    plain: '`{address}` serves viewers over plain HTTP',
    missing: '`{address}` does not say that viewers must use HTTPS',
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
            viewer_protocol_policy = "allow-all"
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
      expect: 'plain',
      fixed: hcl`
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
    },
  ],
  good: () => [
    hcl`
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
  ],

  evaluate(distribution, report) {
    // The provider requires the default behaviour; without it nothing says that HTTPS is needed.
    if (distribution.mayHaveBlock('default_cache_behavior') === 'false') {
      report.fail({ message: 'missing', at: distribution });
    }
    for (const behaviour of BEHAVIOURS.flatMap((type) => distribution.blocks(type))) {
      const policy = behaviour.attribute('viewer_protocol_policy');
      const fix = edit.withCaution(
        edit.setAttribute(behaviour, 'viewer_protocol_policy', '"redirect-to-https"'),
        'clients that send requests with a body over plain HTTP are turned away',
      );
      switch (policy.equals('allow-all')) {
        case 'false':
          break;
        case 'true':
          report.fail({ message: 'plain', at: policy, fix });
          break;
        case 'absent':
          report.fail({ message: 'missing', at: policy, fix });
          break;
        case 'unknown':
          report.undetermined({ at: policy });
      }
    }
  },
});
