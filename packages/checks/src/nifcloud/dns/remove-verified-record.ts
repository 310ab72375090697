import { anyOf, defineCheck, hcl, startsWithText, textOfAttribute } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-dns-remove-verified-record',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: 'nifcloud_dns_record',

  title: 'The record that proves the ownership of a zone should be removed',
  why: 'NIFCLOUD asks for a TXT record `nifty-dns-verify=...` once, to see that a zone is yours. It is not needed afterwards. Left in place it proves the same for whoever registers the zone again.',
  harm: 'Somebody else can take over the zone and answer for its names.',
  remedy: 'Delete the record when the zone is verified.',
  links: [
    'https://pfs.nifcloud.com/guide/dns/zone_new.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/dns_record',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0007', 'NIF-0007'],
  },

  messages: {
    left: '`{address}` still proves the ownership of the zone, which was needed only once',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_dns_record" "verify" {
          zone_id = "example.test"
          name    = "example.test"
          type    = "TXT"
          record  = "nifty-dns-verify=0123456789abcdef"
        }
      `,
      expect: 'left',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_dns_record" "mail" {
        zone_id = "example.test"
        name    = "example.test"
        type    = "TXT"
        record  = "v=spf1 mx -all"
      }
    `,
  ],

  // No fix: only a person knows whether the zone is verified by now.
  evaluate(record, report) {
    const type = record.attribute('type');
    const isText = type.equals('TXT', true);
    if (isText === 'false' || isText === 'absent') return;
    const value = record.attribute('record');
    const text = textOfAttribute(value);
    if (text === undefined) return;
    const isProof = anyOf(PREFIXES.map((prefix) => startsWithText(text, prefix)));
    if (isProof === 'false') return;
    if (isProof === 'unknown') report.undetermined({ at: value });
    else if (isText === 'unknown') report.undetermined({ at: type });
    else report.fail({ message: 'left', at: value });
  },
});

/** How the proof begins; zone files put texts into quotes. */
const PREFIXES = ['nifty-dns-verify=', '"nifty-dns-verify='];
