import type { Success } from './answers';

export interface BacktestAnswer extends Success<'backtest/run'> {}
