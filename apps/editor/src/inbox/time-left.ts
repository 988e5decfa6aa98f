// How long until a deadline, and how much of the time is used up. Pure.

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `3 h 20 min`; nothing is finer than a minute. */
export function spanInWords(milliseconds: number): string {
  const ms = Math.abs(milliseconds);
  if (ms < minute) return 'less than a minute';
  if (ms < hour) return `${Math.floor(ms / minute)} min`;
  if (ms < day) {
    const minutes = Math.floor((ms % hour) / minute);
    return minutes === 0 ? `${Math.floor(ms / hour)} h` : `${Math.floor(ms / hour)} h ${minutes} min`;
  }
  const days = Math.floor(ms / day);
  const hours = Math.floor((ms % day) / hour);
  return `${days} ${days === 1 ? 'day' : 'days'}${hours === 0 || days > 6 ? '' : ` ${hours} h`}`;
}

export type Urgency = 'calm' | 'soon' | 'over';

export type TimeLeft = {
  /** Of the whole time, 0…1. */
  readonly used: number;
  readonly urgency: Urgency;
  readonly words: string;
};

/** All in epoch ms. At four fifths of the time it becomes urgent. */
export function timeLeft(since: number, deadline: number, now: number): TimeLeft {
  const used = deadline <= since ? 1 : Math.min(1, Math.max(0, (now - since) / (deadline - since)));
  if (now > deadline) return { used: 1, urgency: 'over', words: `${spanInWords(now - deadline)} over` };
  return { used, urgency: used >= 0.8 ? 'soon' : 'calm', words: `${spanInWords(deadline - now)} left` };
}
