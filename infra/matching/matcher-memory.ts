/** Memory of the matcher in MiB: with so much Lambda gives a whole processor (AWS Lambda developer guide, "Configure Lambda function memory"). */
export const matcherMemoryMiB = 1769;
