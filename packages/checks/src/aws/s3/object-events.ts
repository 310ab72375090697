import type { Answer, AttributeView, BlockView, ResourceView, ShapeReport } from '../../kit/index.ts';
import { allOf, anyOf, anySetting, not, textOfAttribute } from '../../kit/index.ts';

const OBJECTS = 'AWS::S3::Object';

/** ARNs that mean the objects of every bucket. */
const EVERY_BUCKET = /^arn:aws[a-z-]*:s3(?::::)?$/;

/** What is done to objects. */
export type Access = 'read' | 'write';

/** The `evaluate` of the checks of object-level events. Message: `missing`. */
export function requireObjectEvents(access: Access): (bucket: ResourceView, report: ShapeReport<'missing'>) => void {
  return (bucket, report) => {
    const isLogged = anySetting(bucket.estate, 'aws_cloudtrail', (trail) => logs(trail, bucket, access));
    if (isLogged === 'unknown') report.undetermined({ at: bucket });
    if (isLogged === 'false') report.fail({ message: 'missing', at: bucket });
  };
}

function logs(trail: ResourceView, bucket: ResourceView, access: Access): Answer {
  if (trail.attribute('enable_logging').truth() === 'false') return 'false';
  const selectors = [
    ...trail.blocks('event_selector').map((selector) => selects(selector, bucket, access)),
    ...trail.blocks('advanced_event_selector').map((selector) => selectsByFields(selector, bucket, access)),
  ];
  const hasMore = ['event_selector', 'advanced_event_selector'].some((type) => trail.mayHaveBlock(type) === 'unknown');
  return anyOf([...selectors, hasMore ? 'unknown' : 'false']);
}

/** The older selectors. Missing means both reads and writes. */
function selects(selector: BlockView, bucket: ResourceView, access: Access): Answer {
  const other = selector.attribute('read_write_type').equals(access === 'read' ? 'WriteOnly' : 'ReadOnly');
  const resources = selector
    .blocks('data_resource')
    .map((resource) =>
      allOf([resource.attribute('type').equals(OBJECTS), coversOneOf(resource.attribute('values'), bucket)]),
    );
  return allOf([not(other), anyOf(resources)]);
}

/** The newer selectors: all fields must agree. */
function selectsByFields(selector: BlockView, bucket: ResourceView, access: Access): Answer {
  let isForObjects: Answer = 'false';
  const others: Answer[] = [];
  for (const field of selector.blocks('field_selector')) {
    const equals = field.attribute('equals');
    const has = (text: string): Answer => anyOf(equals.items().map((item) => item.equals(text)));
    switch (field.attribute('field').text()) {
      case 'eventCategory':
        others.push(has('Data'));
        break;
      case 'resources.type':
        isForObjects = has(OBJECTS);
        break;
      case 'readOnly':
        others.push(has(access === 'read' ? 'true' : 'false'));
        break;
      case 'resources.ARN':
        others.push(coversByPrefix(field, bucket));
        break;
      default:
        // Names of events, callers and the like leave out a part of what happens; which one is not for us to judge.
        others.push('unknown');
    }
  }
  return allOf([isForObjects, ...others]);
}

function coversByPrefix(field: BlockView, bucket: ResourceView): Answer {
  const prefixes = field.attribute('starts_with');
  // Other operators pick single objects or leave some out.
  if (prefixes.state === 'absent') return 'unknown';
  return coversOneOf(prefixes, bucket);
}

function coversOneOf(arns: AttributeView, bucket: ResourceView): Answer {
  const covers = arns.items().map((arn) => coversBucket(arn, bucket));
  return anyOf([...covers, arns.state === 'unknown' ? 'unknown' : 'false']);
}

/** Whether an ARN stands for all objects of a bucket: `arn:aws:s3`, or the ARN of the bucket and a slash. */
function coversBucket(arn: AttributeView, bucket: ResourceView): Answer {
  const known = arn.text();
  const name = bucket.attribute('bucket');
  if (known !== undefined) {
    if (EVERY_BUCKET.test(known)) return 'true';
    const named = /^arn:aws[a-z-]*:s3:::([^/]+)\/$/.exec(known)?.[1];
    return named === undefined ? 'false' : anyOf([name.state === 'absent' ? 'false' : name.equals(named)]);
  }
  const subjects = arn.waitsFor.map((origin) => origin.subject);
  if (subjects.some((subject) => subject.address === bucket.address)) {
    return textOfAttribute(arn)?.pieces.at(-1) === '/' ? 'true' : 'false';
  }
  return subjects.length > 0 && subjects.every((subject) => subject.kind === 'resource') ? 'false' : 'unknown';
}
