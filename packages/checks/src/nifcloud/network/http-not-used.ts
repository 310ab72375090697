import type { Answer, BlockView, ResourceView, Truth } from '../../kit/index.ts';
import { allOf, anyOf, defineCheck, hcl } from '../../kit/index.ts';

export default defineCheck({
  id: 'nifcloud-network-http-not-used',
  since: '1.0.0',
  severity: 'CRITICAL',
  resource: ['nifcloud_load_balancer', 'nifcloud_load_balancer_listener', 'nifcloud_elb', 'nifcloud_elb_listener'],

  title: 'Load balancers should not serve plain HTTP on the internet',
  why: 'Plain HTTP is not encrypted, so everything between the visitor and the load balancer can be read and changed.',
  harm: 'Passwords, sessions and personal data can be read in transit.',
  remedy:
    'Serve HTTPS with a certificate: port 443 for a load balancer, `HTTPS` as `protocol` for a multi load balancer.',
  links: [
    'https://pfs.nifcloud.com/service/lb_l4.htm',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/load_balancer#load_balancer_port',
    'https://registry.terraform.io/providers/nifcloud/nifcloud/latest/docs/resources/elb#protocol',
  ],
  alsoKnownAs: {
    trivy: ['AVD-NIF-0021', 'NIF-0021'],
  },

  messages: {
    plain: '`{address}` serves plain HTTP on the internet',
  },

  examples: () => [
    {
      bad: hcl`
        resource "nifcloud_load_balancer" "shop" {
          load_balancer_name = "shop"
          load_balancer_port = 80
          instance_port      = 8080
        }
      `,
      expect: 'plain',
    },
    {
      bad: hcl`
        resource "nifcloud_elb" "shop" {
          availability_zone = "east-11"
          protocol          = "HTTP"
          lb_port           = 80
          instance_port     = 8080

          network_interface {
            network_id = "net-COMMON_GLOBAL"
          }
        }
      `,
      expect: 'plain',
    },
  ],
  good: () => [
    hcl`
      resource "nifcloud_load_balancer" "shop" {
        load_balancer_name = "shop"
        load_balancer_port = 443
        instance_port      = 8080
        ssl_policy_name    = "Standard Ciphers D ver1"
      }
    `,
    hcl`
      resource "nifcloud_elb" "shop" {
        availability_zone = "east-11"
        protocol          = "HTTPS"
        lb_port           = 443
        instance_port     = 8080

        network_interface {
          network_id = "net-COMMON_GLOBAL"
        }
      }
    `,
    hcl`
      resource "nifcloud_elb" "shop" {
        availability_zone = "east-11"
        protocol          = "HTTP"
        lb_port           = 80
        instance_port     = 8080

        network_interface {
          network_id = "net-0123456789"
        }
      }
    `,
  ],

  // No fix: HTTPS needs a certificate.
  evaluate(resource, report) {
    const isElb = resource.type.startsWith('nifcloud_elb');
    const setting = resource.attribute(isElb ? 'protocol' : 'load_balancer_port');
    const isHttp = isElb ? setting.equals('HTTP') : setting.compares((port) => port === 80);
    if (isHttp === 'false' || isHttp === 'absent') return;
    // Load balancers of the first kind are always on the internet.
    const isPublic = isElb ? isOnInternet(resource) : 'true';
    if (isPublic === 'false') return;
    if (isHttp === 'unknown' || isPublic === 'unknown') report.undetermined({ at: setting });
    else report.fail({ message: 'plain', at: setting });
  },
});

/** Whether the virtual address of a multi load balancer, or of the one a listener belongs to, is on the internet. */
function isOnInternet(resource: ResourceView): Answer {
  if (resource.type === 'nifcloud_elb') {
    return anyOf(
      resource.blocks('network_interface').map((network) => allOf([network.exists, ...isPublicVip(network)])),
    );
  }
  const { answer, found } = resource.attribute('elb_id').refersTo('nifcloud_elb', { name: 'elb_id' });
  return answer === 'unknown' ? 'unknown' : anyOf(found.map(isOnInternet));
}

/** A network carries the virtual address unless it says otherwise. A network of this configuration is not the global one. */
function isPublicVip(network: BlockView): readonly Truth[] {
  const isVip = network.attribute('is_vip_network').truth();
  const id = network.attribute('network_id');
  const isGlobal = id.equals('net-COMMON_GLOBAL');
  return [isGlobal === 'unknown' && id.isSet() === 'true' ? 'false' : isGlobal, isVip === 'absent' ? 'true' : isVip];
}
