import { Link } from '../../../web/ui/link.tsx';
import type { Template } from '../../templates/contract.ts';
import styles from './template-picker.module.css';

interface TemplatePickerProps {
  templates: readonly Template[];
  value: string | null;
  onChange: (id: string) => void;
  employeeId: string | null;
  lastUsed: string | null;
}

/** Mine first, then what others share, then the library: a list to choose from, beside its preview. */
export function TemplatePicker({ templates, value, onChange, employeeId, lastUsed }: TemplatePickerProps) {
  return (
    <fieldset className={styles.templates}>
      <legend>Template</legend>
      {templates.map((template) => (
        // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- its words stand two levels down
        <label key={template.id} className={styles.template}>
          <input
            type="radio"
            name="template"
            value={template.id}
            checked={value === template.id}
            onChange={() => onChange(template.id)}
          />
          <span className={styles.words}>
            <strong>
              {template.title}
              {template.id === lastUsed && <small>used last time</small>}
              {template.id !== lastUsed && template.abilities.edit && <small>yours</small>}
            </strong>
            <span>{template.description}</span>
          </span>
        </label>
      ))}
      <p className={styles.make}>
        <Link to="/templates/new" search={employeeId === null ? {} : { for: employeeId }}>
          Make a template
        </Link>{' '}
        and come back here with it.
      </p>
    </fieldset>
  );
}
