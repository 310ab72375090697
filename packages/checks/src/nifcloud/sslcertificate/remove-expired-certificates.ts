import { defineCheck, hcl } from '../../kit/index.ts';
import { lastDayOfCertificate } from './last-day-of-certificate.ts';

export default defineCheck({
  id: 'nifcloud-sslcertificate-remove-expired-certificates',
  since: '1.0.0',
  severity: 'LOW',
  resource: 'nifcloud_ssl_certificate',

  title: 'Expired certificates should be removed',
  why: 'An expired certificate proves nothing to anybody. As long as it is registered, it can be attached to a load balancer by mistake.',
  harm: 'Visitors see certificate errors and get used to passing over them.',
  remedy: 'Replace the certificate with a current one, or delete the resource.',
  links: [
    'https://pfs.nifcloud.com/help/ssl/del.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/ssl_certificate',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0006', 'NIF-0006'],
  },

  messages: {
    expired: '`{address}` holds a certificate that ended on {day}',
  },

  examples: () => [
    {
      bad: hcl`
        variable "key" {
          type      = string
          sensitive = true
        }

        resource "nifcloud_ssl_certificate" "old" {
          key = var.key

          certificate = <<-EOT
            -----BEGIN CERTIFICATE-----
            MIHfMIGSAgEBMAUGAytlcDAcMRowGAYDVQQDDBFzaG9wLmV4YW1wbGUudGVzdDAe
            Fw0xOTAxMDEwMDAwMDBaFw0yMDAzMzEyMzU5NTlaMBwxGjAYBgNVBAMMEXNob3Au
            ZXhhbXBsZS50ZXN0MCowBQYDK2VwAyEA93eJtTBbG6a2ybIUhZt0zFk2iiV1oHJb
            g22YiYs+XxwwBQYDK2VwA0EAbhQnOKey9HbX1cBFPWxI85nCQhmb8XmVdd/LSQx/
            mr+sxFMVCFv00pur6QhHpXoINjDa3gPsmE0GQN3GzNhxDA==
            -----END CERTIFICATE-----
          EOT
        }
      `,
      expect: 'expired',
    },
  ],
  good: () => [
    hcl`
      variable "key" {
        type      = string
        sensitive = true
      }

      resource "nifcloud_ssl_certificate" "shop" {
        key = var.key

        certificate = <<-EOT
          -----BEGIN CERTIFICATE-----
          MIHhMIGUAgEBMAUGAytlcDAcMRowGAYDVQQDDBFzaG9wLmV4YW1wbGUudGVzdDAg
          Fw0yNDAxMDEwMDAwMDBaGA85OTk5MTIzMTIzNTk1OVowHDEaMBgGA1UEAwwRc2hv
          cC5leGFtcGxlLnRlc3QwKjAFBgMrZXADIQD3d4m1MFsbprbJshSFm3TMWTaKJXWg
          cluDbZiJiz5fHDAFBgMrZXADQQBXiJz01qWajNiv75bFeMmhZgZfw9Ktt6WPfzM0
          f7/83l06Y/4FHD6m093awVKAMpV2Jl/JZ8IDwQuUY4fGhyUJ
          -----END CERTIFICATE-----
        EOT
      }
    `,
  ],

  // No fix: only the owner has a new certificate. What cannot be read is left to the provider.
  evaluate(resource, report) {
    const certificate = resource.attribute('certificate');
    if (certificate.state === 'unknown') report.undetermined({ at: certificate });
    const day = lastDayOfCertificate(certificate.text() ?? '');
    if (day === undefined) return;
    const { today } = resource.estate;
    if (today === undefined) report.undetermined({ at: certificate });
    else if (day < today) report.fail({ message: 'expired', at: certificate, values: { day } });
  },
});
