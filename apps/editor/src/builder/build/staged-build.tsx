// The form and its outline as they are worked on, for tests of what the two do together.
import { render } from '@testing-library/react';
import { Staged, type Stage } from '../staged.tsx';
import { Canvas } from './canvas.tsx';
import { DragSpace } from './drag-space.tsx';
import { Outline } from './outline.tsx';

export function showBuild(stage: Stage): void {
  render(
    <Staged stage={stage}>
      <DragSpace>
        <Outline />
        <Canvas />
      </DragSpace>
    </Staged>,
  );
}
