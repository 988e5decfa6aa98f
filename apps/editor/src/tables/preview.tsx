// The first rows of a table, before anything is taken from it.
type Props = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

export function Preview({ header, rows }: Props) {
  return (
    <div
      className="overflow-x-auto rounded-control border border-line"
      tabIndex={0}
      role="region"
      aria-label="First rows"
    >
      <table className="w-full text-left text-sm">
        <thead className="text-soft">
          <tr>
            {header.map((name, index) => (
              <th key={`${index} ${name}`} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row} className="border-t border-line">
              {header.map((_, index) => (
                <td key={index} className="max-w-60 truncate px-3 py-2 whitespace-nowrap">
                  {cells[index] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
