import { defineCheck, hcl, requireSet } from '../../kit/index.ts';

export default defineCheck({
  id: 'digitalocean-compute-use-ssh-keys',
  since: '1.0.0',
  severity: 'HIGH',
  resource: ['digitalocean_droplet', 'digitalocean_droplet_autoscale'],

  title: 'Droplets should be created with SSH keys',
  why: 'A droplet without SSH keys gets a password for root, which DigitalOcean sends by email, and its SSH server accepts passwords. Both can be guessed or read on the way; a key cannot.',
  harm: 'Attackers who guess or read the password are root on the droplet.',
  remedy: 'Name at least one key in `ssh_keys`.',
  links: [
    'https://docs.digitalocean.com/products/droplets/how-to/add-ssh-keys/',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/droplet#ssh_keys',
    'https://registry.terraform.io/providers/digitalocean/digitalocean/latest/docs/resources/droplet_autoscale',
  ],
  alsoKnownAs: {
    tfsec: ['DIG003', 'digitalocean-droplet-use-ssh-keys'],
    trivy: ['AVD-DIG-0004', 'DIG-0004'],
    checkov: ['CKV_DIO_2'],
  },

  messages: {
    missing: '`{address}` has no SSH keys, so its root user gets a password',
  },

  examples: () => [
    {
      bad: hcl`
        resource "digitalocean_droplet" "shop" {
          name   = "shop"
          region = "fra1"
          image  = "debian-12-x64"
          size   = "s-1vcpu-2gb"
        }
      `,
      expect: 'missing',
    },
  ],
  good: () => [
    hcl`
      resource "digitalocean_ssh_key" "operator" {
        name       = "operator"
        public_key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJvN0u5Y operator"
      }

      resource "digitalocean_droplet" "shop" {
        name     = "shop"
        region   = "fra1"
        image    = "debian-12-x64"
        size     = "s-1vcpu-2gb"
        ssh_keys = [digitalocean_ssh_key.operator.fingerprint]
      }
    `,
  ],

  // Which key is right cannot be guessed, and adding one replaces the droplet: no fix.
  evaluate(droplet, report) {
    const isPool = droplet.type === 'digitalocean_droplet_autoscale';
    requireSet(isPool ? 'droplet_template.ssh_keys' : 'ssh_keys')(droplet, report);
  },
});
