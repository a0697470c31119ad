import { start } from '../shared/start.js';

start(() => import('./staff.js'));
