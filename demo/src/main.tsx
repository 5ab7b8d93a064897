/** @jsxImportSource react */
import { createRoot } from 'react-dom/client';
import { QuillChannel } from './QuillChannel.tsx';
import { SlateChannel } from './SlateChannel.tsx';
import 'quill/dist/quill.core.css';
import './style.css';
import './composer.css';

function App() {
  return (
    <>
      <header className="top">
        <h1>Demo chat</h1>
        <p>Click into a message, open Gurn from the toolbar, pull a face. Right-click a picture to add it.</p>
      </header>
      <main className="channels">
        <SlateChannel />
        <QuillChannel />
      </main>
    </>
  );
}

const mount = document.getElementById('app');
if (!mount) throw new Error('The page has no place for the chat.');
createRoot(mount).render(<App />);
