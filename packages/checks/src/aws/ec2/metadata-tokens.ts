import type { Answer, BlockView, ResourceView, Shape, Truth } from '../../kit/index.ts';
import { anySetting, edit } from '../../kit/index.ts';

/**
 * The metadata service must be off or require session tokens (version 2). Missing means what
 * `aws_ec2_instance_metadata_defaults` of the configuration says, else that tokens are not required.
 * Messages: `missing`, `optional`; `{value}` is what is written.
 */
export function requireTokens(): Shape<'missing' | 'optional'> {
  return (holder, report) => {
    const tokens = holder.attribute('metadata_options.http_tokens');
    const isRequired = tokens.equals('required', true);
    const isOff = isEndpointOff(holder);
    if (isRequired === 'true' || isOff === 'true') return;
    if (isRequired === 'unknown') {
      report.undetermined({ at: tokens });
    } else if (isOff === 'unknown') {
      report.undetermined({ at: holder.attribute('metadata_options.http_endpoint') });
    } else {
      const fix = edit.setAttribute(holder, 'metadata_options.http_tokens', '"required"');
      const byDefault = isRequired === 'absent' ? regionRequiresTokens(holder.resource) : 'false';
      if (byDefault === 'unknown') report.undetermined({ at: tokens });
      if (byDefault === 'false') {
        report.fail({ message: isRequired === 'absent' ? 'missing' : 'optional', at: tokens, fix });
      }
    }
  };
}

function isEndpointOff(holder: BlockView): Truth {
  return holder.attribute('metadata_options.http_endpoint').equals('disabled', true);
}

function regionRequiresTokens(resource: ResourceView): Answer {
  return anySetting(resource.estate, 'aws_ec2_instance_metadata_defaults', (settings) => {
    const isRequired = settings.attribute('http_tokens').equals('required', true);
    return isRequired === 'true' && !settings.isCertain ? 'unknown' : isRequired;
  });
}
