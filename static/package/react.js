"use client";

// The element for React 18 and 19. React 18 has no events of elements, and knows only attributes.
import { createElement, forwardRef, useCallback, useEffect, useImperativeHandle, useRef } from "react";
import "./define.js";

export const PlumblineAssessment = forwardRef(function PlumblineAssessment(props, ref) {
  const { className, history, onReady, onError, ...rest } = props;
  const element = useRef(null);
  useImperativeHandle(ref, () => element.current, []);

  // The newest handlers, so that a new one needs no new listener.
  const handlers = { "plumbline-ready": onReady, "plumbline-error": onError };
  const newest = useRef(handlers);
  useEffect(() => {
    newest.current = handlers;
  });

  // Listens as soon as the element is there: when all has been fetched before, it is soon ready.
  const hear = useRef((event) => newest.current[event.type]?.(event)).current;
  const connect = useCallback((now) => {
    for (const type of Object.keys(handlers)) {
      element.current?.removeEventListener(type, hear);
      now?.addEventListener(type, hear);
    }
    element.current = now;
  }, []);

  // Left out rather than false: React 18 would write history="false" into the page.
  const on = history ? { history: true } : {};
  return createElement("plumbline-assessment", { ...rest, ...on, class: className, ref: connect });
});
