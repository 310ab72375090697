import { defineCheck, edit, hcl } from '../../kit/index.ts';

/** The first policy without outdated versions and ciphers. Later ones are told by their version and year. */
const OLDEST = { minor: 2, year: 2021 };

export default defineCheck({
  id: 'aws-cloudfront-use-secure-tls-policy',
  since: '1.0.0',
  severity: 'HIGH',
  resource: 'aws_cloudfront_distribution',

  title: 'CloudFront should ask viewers for TLS 1.2 or newer',
  why: 'With a certificate of its own, a distribution chooses the lowest version of TLS that viewers may use. Policies before the one of 2021 allow versions or ciphers that are out of date. With the certificate that CloudFront shares, AWS keeps the policy at `TLSv1`, whatever is written.',
  harm: 'A viewer is talked into a version or a cipher that can be broken.',
  remedy: 'Use a certificate of your own and set `minimum_protocol_version` to `TLSv1.2_2021` or newer.',
  links: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#minimum_protocol_version',
  ],
  alsoKnownAs: {
    tfsec: ['AWS021'],
    trivy: ['AVD-AWS-0013', 'AWS-0013'],
    checkov: ['CKV_AWS_174'],
  },

  messages: {
    shared: '`{address}` uses the certificate that CloudFront shares, for which `TLSv1` is enough',
    missing: '`{address}` states no lowest version of TLS, so it is `TLSv1`',
    outdated: '`{address}` lets viewers use the outdated TLS policy `{value}`',
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
            acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d"
            ssl_support_method       = "sni-only"
            minimum_protocol_version = "TLSv1.1_2016"
          }
        }
      `,
      expect: 'outdated',
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
            acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d"
            ssl_support_method       = "sni-only"
            minimum_protocol_version = "TLSv1.2_2021"
          }
        }
      `,
    },
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
            acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d"
            ssl_support_method  = "sni-only"
          }
        }
      `,
      expect: 'missing',
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
            acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d"
            ssl_support_method       = "sni-only"
            minimum_protocol_version = "TLSv1.2_2021"
          }
        }
      `,
    },
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
      expect: 'shared',
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
          acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d"
          ssl_support_method       = "sni-only"
          minimum_protocol_version = "TLSv1.2_2021"
        }
      }
    `,
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
          acm_certificate_arn      = "arn:aws:acm:us-east-1:111122223333:certificate/1a2b3c4d"
          ssl_support_method       = "sni-only"
          minimum_protocol_version = "TLSv1.3_2025"
        }
      }
    `,
  ],

  evaluate(distribution, report) {
    const shared = distribution.attribute('viewer_certificate.cloudfront_default_certificate');
    const version = distribution.attribute('viewer_certificate.minimum_protocol_version');
    const isShared = distribution.mayHaveBlock('viewer_certificate') === 'false' ? 'true' : shared.truth();
    if (isShared === 'true') {
      report.fail({ message: 'shared', at: shared });
      return;
    }
    const fix = edit.withCaution(
      edit.setAttribute(distribution, 'viewer_certificate.minimum_protocol_version', '"TLSv1.2_2021"'),
      'viewers that know no newer TLS are turned away',
    );
    switch (version.matches(isUpToDate)) {
      case 'true':
        if (isShared === 'unknown') report.undetermined({ at: shared });
        return;
      case 'unknown':
        report.undetermined({ at: version });
        return;
      case 'absent':
        report.fail({ message: 'missing', at: version, fix });
        return;
      case 'false':
        report.fail({ message: 'outdated', at: version, fix });
        return;
    }
  },
});

/** @param policy `TLSv1.2_2021`; the older `TLSv1` and `SSLv3` have no minor version */
function isUpToDate(policy: string): boolean {
  const match = /^TLSv1\.([0-9]+)_([0-9]{4})$/.exec(policy);
  if (match === null) return false;
  const minor = Number(match[1]);
  return minor > OLDEST.minor || (minor === OLDEST.minor && Number(match[2]) >= OLDEST.year);
}
