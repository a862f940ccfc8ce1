/** A table as Frictionless Table Schema (v2): what the columns of its CSV and Parquet files hold. */
import { LIST_DELIMITER } from '../published-tables/cells.ts';
import type { Column, ColumnType, Table } from '../published-tables/table.ts';

/** Our types that Table Schema calls otherwise. */
const TYPES: Partial<Record<ColumnType, object>> = {
  list: { type: 'list', delimiter: LIST_DELIMITER },
  json: { type: 'string' },
};

/** The forms that a table is published in, with the ending of their resources' names. */
export const FORMS = { csv: 'csv', excel: 'excel-csv', database: 'parquet' } as const;
export type Form = keyof typeof FORMS;

/** The Table Schema of a table's files; CSV files lack the columns that only databases have. */
export function tableSchema(table: Table, form: Form): object {
  const columns = table.columns.filter(({ onlyInDatabases }) => form === 'database' || !onlyInDatabases);
  const foreignKeys = Object.entries(table.refersTo).map(([own, resource]) => ({
    fields: [own],
    reference: { resource: `${resource}-${FORMS[form]}`, fields: ['id'] },
  }));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: columns.map((column) => field(column, form)),
    primaryKey: [...table.key],
    ...(foreignKeys.length > 0 && { foreignKeys }),
    missingValues: [''],
  };
}

function field({ name, type, description, values, nullable }: Column, form: Form): object {
  const constraints = {
    ...(!nullable && type !== 'string' && type !== 'list' && { required: true }),
    ...(values.length > 0 && type === 'string' && { enum: values }),
  };
  return {
    name,
    title: name,
    description,
    ...(TYPES[type] ?? { type }),
    ...(form === 'excel' && type === 'number' && { decimalChar: ',' }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
