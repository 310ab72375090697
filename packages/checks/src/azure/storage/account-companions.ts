import type { Answer, Related, ResourceView } from '../../kit/index.ts';
import { anyOf, endsWithText, textOfAttribute } from '../../kit/index.ts';
import { argumentOf, namesOf } from '../renames.ts';

/** Resources of a type that belong to a storage account, by id or, as before azurerm 5, by name. */
export function belongingTo(account: ResourceView, type: string): Related {
  const related = namesOf(type, 'storage_account_id').map((name) => account.relatedTo(type, name));
  return {
    answer: anyOf(related.map(({ answer }) => answer)),
    found: [...new Set(related.flatMap(({ found }) => found))],
    undecided: [...new Set(related.flatMap(({ undecided }) => undecided))],
  };
}

/** The storage account that a container, a queue or network rules belong to; undefined when it is not in the configuration. */
export function accountOf(part: ResourceView): ResourceView | undefined {
  return argumentOf(part, 'storage_account_id').refersTo('azurerm_storage_account').found[0];
}

/** Services of an account whose requests can be logged, as the ids of their diagnostic settings end. */
export type LoggedService = 'blobServices' | 'fileServices' | 'queueServices' | 'tableServices';

/**
 * Whether requests to one of the services are logged: by Storage Analytics, which has settings for queues only in Terraform (inline up to
 * azurerm 4, then `azurerm_storage_account_queue_properties`), or by a diagnostic setting of the service.
 */
export function logsRequests(account: ResourceView, services: readonly LoggedService[]): Answer {
  const answers: Answer[] = [];
  if (services.includes('queueServices')) {
    answers.push(account.mayHaveBlock('queue_properties.logging'));
    const properties = belongingTo(account, 'azurerm_storage_account_queue_properties');
    answers.push(...properties.found.map((companion) => companion.mayHaveBlock('logging')));
    if (properties.answer === 'unknown') answers.push('unknown');
  }
  const settings = account.relatedTo('azurerm_monitor_diagnostic_setting', 'target_resource_id');
  answers.push(...settings.found.map((setting) => isAbout(setting, services)));
  if (settings.answer === 'unknown') answers.push('unknown');
  return anyOf(answers);
}

function isAbout(setting: ResourceView, services: readonly LoggedService[]): Answer {
  const id = setting.attribute('target_resource_id');
  // The id of the account itself: such a setting holds metrics only.
  if (id.value?.kind === 'unknown' && id.value.origin?.subject.kind === 'resource') return 'false';
  const target = textOfAttribute(id);
  if (target === undefined) return 'unknown';
  return anyOf(services.map((service) => endsWithText(target, `/${service}/default`)));
}
