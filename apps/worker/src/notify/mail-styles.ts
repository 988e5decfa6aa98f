// The style sheet of a mail: what repeats, narrow screens, and dark mode where mail programs ask for it. Without it a
// mail is plainer and still whole.
import { html, type Markup } from '@baton/page/markup';

export const mailStyles: Markup = html` <style>
  :root {
    color-scheme: light dark;
    supported-color-schemes: light dark;
  }
  table {
    border-collapse: collapse;
  }
  td {
    font:
      15px/22px -apple-system,
      BlinkMacSystemFont,
      'Segoe UI',
      Roboto,
      Helvetica,
      Arial,
      sans-serif;
    padding: 0;
  }
  .soft {
    color: #5b6472;
  }
  .small {
    font-size: 13px;
    line-height: 20px;
  }
  .line {
    padding: 4px 0;
    vertical-align: top;
  }
  @media (max-width: 480px) {
    .outer {
      padding: 0 !important;
    }
    .card {
      border: 0 !important;
      border-radius: 0 !important;
    }
    .inner {
      padding: 24px 20px 28px !important;
    }
    .dot {
      display: none !important;
    }
    .phone {
      display: block !important;
    }
    .label,
    .value {
      display: block !important;
      width: auto !important;
    }
    .label {
      padding: 8px 0 0 !important;
    }
    .value {
      padding: 0 !important;
    }
  }
  @media (prefers-color-scheme: dark) {
    .page {
      background: #0f1115 !important;
    }
    .card {
      background: #181b21 !important;
      border-color: #2b3038 !important;
    }
    .inner,
    .strong {
      color: #f0f2f5 !important;
    }
    .soft {
      color: #a3acb9 !important;
    }
    .accent {
      color: #a9adff !important;
    }
    .bad {
      color: #ff9d92 !important;
    }
    .until {
      background: #25284f !important;
    }
    .quote {
      border-color: #4a4f8f !important;
    }
    .track {
      background: #2b3038 !important;
    }
    .bar {
      background: #7c80ff !important;
    }
    .rule {
      border-color: #2b3038 !important;
    }
    .main {
      background: #5459ea !important;
      border-color: #5459ea !important;
    }
    .other {
      border-color: #4a515c !important;
    }
  }
</style>`;
