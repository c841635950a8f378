import type { AttributeValue } from '@aws-sdk/client-dynamodb-streams';

type Image = Record<string, AttributeValue>;

/** Bytes travel as base64 to a Lambda; all else is JSON as it is. */
function marshallValue(value: AttributeValue): unknown {
  if (value.B) return { B: Buffer.from(value.B).toString('base64') };
  if (value.BS) return { BS: value.BS.map((bytes) => Buffer.from(bytes).toString('base64')) };
  if (value.L) return { L: value.L.map(marshallValue) };
  if (value.M) return { M: marshallImage(value.M) };
  // DynamoDB Local's streams lose the type of an empty map; DynamoDB's keep it.
  return Object.keys(value).length === 0 ? { M: {} } : value;
}

/** A row's image as it stands in the event of a Lambda. */
export function marshallImage(image: Image | undefined): unknown {
  return image && Object.fromEntries(Object.entries(image).map(([name, value]) => [name, marshallValue(value)]));
}
