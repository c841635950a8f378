import * as z from 'zod';
import type { Answer, Step } from '../door/door.ts';
import type { Capacity } from './capacity.ts';

const reading = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan']);
const writing = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'TransactWriteItems']);

const Consumed = z.looseObject({ TableName: z.string(), CapacityUnits: z.number() });
const Told = z.looseObject({ ConsumedCapacity: z.union([Consumed, z.array(Consumed)]).optional() });

const told = ({ status, body }: Answer) => {
  if (status !== 200) return [];
  const { ConsumedCapacity: consumed = [] } = Told.parse(JSON.parse(body.toString()));
  return Array.isArray(consumed) ? consumed : [consumed];
};

/** Has DynamoDB tell of each call what it consumed, indexes counted. A write whose condition fails tells nothing. */
export function makeCapacityStep(capacity: Capacity): Step {
  return async ({ caller, operation, body }, next) => {
    const action = operation.replace('DynamoDB_20120810.', '');
    if (!caller || !(reading.has(action) || writing.has(action))) return next(body);
    const asked = { ...JSON.parse(Buffer.from(body).toString()), ReturnConsumedCapacity: 'TOTAL' };
    const answer = await next(new TextEncoder().encode(JSON.stringify(asked)));
    for (const { TableName, CapacityUnits } of answer ? told(answer) : []) {
      const used = reading.has(action)
        ? { readUnits: CapacityUnits, writeUnits: 0 }
        : { readUnits: 0, writeUnits: CapacityUnits };
      capacity.note(caller.lambda, TableName, used);
    }
    return answer;
  };
}
