import type { Answer, ResourceView } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'aws-cloudfront-enable-logging',
  since: '1.0.0',
  severity: 'MEDIUM',
  resource: 'aws_cloudfront_distribution',

  title: 'CloudFront distributions should log requests',
  why: 'Access logs list every request of a viewer with its address, path and outcome. CloudFront writes none unless it is told where to: to a bucket, through a log delivery of CloudWatch, or as they happen through a real-time log configuration.',
  harm: 'An attack on the distribution leaves no record.',
  remedy:
    'Add a `logging_config` with a bucket, or an `aws_cloudwatch_log_delivery_source` and an `aws_cloudwatch_log_delivery` for the distribution.',
  links: [
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_distribution#logging_config',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_delivery',
  ],
  alsoKnownAs: {
    tfsec: ['AWS071'],
    trivy: ['AVD-AWS-0010', 'AWS-0010'],
    checkov: ['CKV_AWS_86'],
  },
  providerFacts: [
    {
      version: 'aws < 5',
      fact: 'Logs go to a bucket by `logging_config` only; log deliveries of CloudWatch came late in 5.',
    },
  ],

  messages: {
    missing: '`{address}` logs no requests',
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

        logging_config {
          bucket = "access-logs.s3.amazonaws.com"
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

      resource "aws_cloudwatch_log_delivery_source" "shop" {
        name         = "shop"
        log_type     = "ACCESS_LOGS"
        resource_arn = aws_cloudfront_distribution.shop.arn
      }

      resource "aws_cloudwatch_log_delivery" "shop" {
        delivery_source_name     = aws_cloudwatch_log_delivery_source.shop.name
        delivery_destination_arn = "arn:aws:logs:us-east-1:111122223333:delivery-destination:shop"
      }
    `,
  ],

  evaluate(distribution, report) {
    const bucket = distribution.attribute('logging_config.bucket');
    const isLogged = anyOf([bucket.isSet(), hasDelivery(distribution), hasRealTimeLogs(distribution)]);
    if (isLogged === 'unknown') report.undetermined({ at: bucket });
    if (isLogged === 'false') report.fail({ message: 'missing', at: bucket });
  },
});

/** A log delivery of CloudWatch: a source for the distribution, and a delivery from that source. */
function hasDelivery(distribution: ResourceView): Answer {
  const sources = distribution.relatedTo('aws_cloudwatch_log_delivery_source', 'resource_arn');
  return anyOf([
    ...sources.found.map((source) =>
      allOf([
        source.attribute('log_type').equals('ACCESS_LOGS'),
        source.relatedTo('aws_cloudwatch_log_delivery', 'delivery_source_name').answer,
      ]),
    ),
    sources.undecided.length > 0 ? 'unknown' : 'false',
  ]);
}

/** Every cache behaviour sends its requests to a real-time log configuration. */
function hasRealTimeLogs(distribution: ResourceView): Answer {
  const behaviours = ['default_cache_behavior', 'ordered_cache_behavior'].flatMap((type) => distribution.blocks(type));
  if (behaviours.length === 0) return 'false';
  return allOf(behaviours.map((behaviour) => behaviour.attribute('realtime_log_config_arn').isSet()));
}
