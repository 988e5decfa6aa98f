// The forms that are edited: the same mix of fields and conditions, short and long, all in one step.
import type { EditorStack } from '../../journeys/editor-stack.ts';

const kinds = ['text', 'number', 'choice', 'date'] as const;

/** Puts a form of so many fields into the workspace and gives where it is built. */
export async function longForm(stack: EditorStack, count: number): Promise<string> {
  const id = `long_${count}`;
  const document = {
    format: 1,
    id,
    name: `Form of ${count} fields`,
    language: 'en',
    steps: [{ id: 'all', title: 'All of them', fields: fields(count) }],
    outcomes: [{ id: 'thanks', show: { kind: 'message', title: 'Thank you', text: 'We have it.' } }],
  };
  const answer = await stack.api(`/api/forms/${id}/draft`, {
    method: 'PUT',
    body: JSON.stringify({ revision: null, document }),
  });
  if (!answer.ok) throw new Error(`The long form was refused: ${await answer.text()}`);
  return `${stack.instance.url}/forms/${id}/build`;
}

/** An e-mail, then fours: the last of each comes when the choice before it is answered with its first option. */
function fields(count: number): readonly object[] {
  const email = {
    id: 'email',
    kind: 'email',
    attribute: 'email',
    label: 'E-mail',
    required: true,
    ask: 'always',
  };
  const rest = Array.from({ length: count - 1 }, (_, index) => {
    const kind = kinds[index % kinds.length];
    const field = { id: `f${index}`, kind, label: `Question ${index}` };
    if (kind === 'choice') {
      return {
        ...field,
        options: [
          { id: 'a', label: 'First' },
          { id: 'b', label: 'Second' },
        ],
      };
    }
    if (kind !== 'date') return field;
    const rules = [{ field: `answer.f${index - 1}`, operator: '=', value: 'a' }];
    return { ...field, shownWhen: { combinator: 'and', rules } };
  });
  return [email, ...rest];
}
